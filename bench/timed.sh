#!/usr/bin/env bash
# Runs a command and prints the wall, user and system seconds of it and its children on the last line of standard error.
TIMEFORMAT='%3R %3U %3S'
time "$@"
