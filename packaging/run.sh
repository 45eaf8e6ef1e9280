#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds, and starts Lepton Workbench. Arguments go to the program.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

set_up
build_targets lepton lepton-workbench

case " $* " in
  *" --check "* | *" --help "* | *" --version "*) ;;
  *)
    if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && [ -z "${QT_QPA_PLATFORM:-}" ]; then
      fail "Built, but there is no screen here to open a window on. Run it in a desktop session, or use build/$preset/bin/lepton."
    fi
    ;;
esac
# Not exec: the program tells how long it took to start, and that would count the build.
"$build/bin/lepton-workbench" "$@"
