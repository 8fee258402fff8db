#!/bin/sh
# Shows that code follows the documents; see check.mjs. Needs Node 20, npm, git and Maven. About five minutes.
exec node "$(dirname "$0")/check.mjs"
