#!/bin/sh
# Runs all experiments of a tag, archives them and raises alarms for what moved since the last archived run.
set -eu

usage() {
  cat <<'TEXT'
Usage: harness/nightly.sh TAG [OPTION…]

Runs all experiments of TAG from nothing, archives them in DIR/nightly/<begin of the night>, holds every
run against the last archived one, and writes what moved to alarms.json there. Stopped at any moment, it
goes on where it was when it is started again; a second one in the same folder ends at once.

  --data DIR       folder with real faces; default: FACEREPRO_DATA
  --results DIR    default: results in the project
  --scale SCALE    embedded (default), sample or paper
  --require-all    exit 3 if something could not be run
  --help           this text

Further options are those of 'facerepro nightly'.

Exit: 0 nothing moved, 1 a gate failed, 2 wrong usage, 3 something required was not run, 4 alarms,
70 internal error, 74 a file could not be written.

A line of a crontab:  17 3 * * *  cd /srv/facerepro && harness/nightly.sh nightly >>nightly.log 2>&1
TEXT
}

case ${1:-} in
  -h | --help)
    usage
    exit 0
    ;;
  '' | -*)
    usage >&2
    exit 2
    ;;
esac

home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)

exec "$home/facerepro" nightly "$@"
