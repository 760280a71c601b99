/** Facts that random policies declare as their own, as a policy file has them: measured numbers, and a count that is assumed. */
export const OWN_FACTS = {
  countyKm: {
    type: 'decimal',
    minimum: '0',
    maximum: '300',
    monthly: true,
    unit: { zh: '公里', en: 'km' },
    label: { zh: '距县城', en: 'Distance' },
  },
  roomSize: { type: 'decimal', minimum: '0.5', maximum: '1000', default: '20', label: { zh: '宿舍面积', en: 'Room' } },
  lessons: {
    type: 'integer',
    minimum: 0,
    maximum: 40,
    default: 12,
    monthly: true,
    unit: { zh: '节', en: 'lessons' },
    label: { zh: '周课时', en: 'Lessons' },
  },
  leave: {
    type: 'periods',
    kinds: { sick: { zh: '病假', en: 'Sick leave' }, secondment: { zh: '借调', en: 'Secondment' } },
    default: [],
    label: { zh: '请假', en: 'Leave' },
  },
  service: { type: 'periods', label: { zh: '任职经历', en: 'Service' } },
};
