#!/usr/bin/env bash
# Runs a command and says on the last line of standard error how long it and its children took:
# wall, user and system seconds.
TIMEFORMAT='%3R %3U %3S'
time "$@"
