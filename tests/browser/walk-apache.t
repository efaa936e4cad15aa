# SPDX-License-Identifier: MIT
# The newcomer's way behind Apache.
. "$(dirname "$0")/stage.sh"
early=--early
browser apache walk.mjs 0
