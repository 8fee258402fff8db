#!/bin/sh
# Shows that documents drive the code; see check.mjs. Needs Node 20, npm, git and Maven. About three minutes.
exec node "$(dirname "$0")/check.mjs"
