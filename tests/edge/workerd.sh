#!/bin/sh
# The Workers runtime, which also ends where the tests that started it were killed: every second it is looked whether they are there.
(while kill -0 "$PPID" && kill -0 $$; do sleep 1; done; kill -9 $$) </dev/null >/dev/null 2>&1 3>&- &
exec "$WORKERD" "$@"
