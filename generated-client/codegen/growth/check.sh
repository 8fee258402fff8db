#!/bin/sh
# Shows that documents drive the code; see check.mjs. Needs Node 20, npm, git and Maven. About two minutes.
exec node "$(dirname "$0")/check.mjs"
