/** A complete, minimal policy for examples. */
export const EXAMPLE_POLICY = `id: remote-posts
title: {zh: 偏远学校岗位补贴办法, en: Subsidy for posts in remote schools}
documentNumber: null
issuer: {zh: 某区教育局, en: A district's education bureau}
issuedOn: 2024-01-01
effectiveFrom: 2024-01-01
source: {file: source.txt}
facts:
  remoteClass:
    type: enum
    monthly: true
    label: {zh: 偏远类别, en: Class of remoteness}
    values:
      first: {zh: 一类, en: First class}
      second: {zh: 二类, en: Second class}
requires: [remoteClass]
months:
  every: all
parameters:
  remote:
    unit: yuan
    period: month
    clause: {item: "1", quote: "一类学校每人每月300元，二类200元"}
    by: [remoteClass]
    values: {first: "300", second: "200"}
allowances:
  remote-post:
    title: {zh: 偏远学校岗位补贴, en: Remote-school subsidy}
    payee: teacher
    economicCode: "30102"
    clause: {item: "1", quote: "一类学校每人每月300元，二类200元，每年按12个月计发"}
    when: always
    pays: {every: month, amount: {parameter: remote, by: [remoteClass]}}
    months: every
`;

/** The text of its document. */
export const EXAMPLE_SOURCE = '1. 一类学校每人每月300元，二类200元，每年按12个月计发。';
