#!/usr/bin/env bash
# Runs a command. The last line of standard error is the time of the command and its child processes: wall, user, and
# system seconds.
TIMEFORMAT='%3R %3U %3S'
time "$@"
