# SPDX-License-Identifier: MIT
# The newcomer's way behind nginx, with script and without.
. "$(dirname "$0")/stage.sh"
browser nginx walk.mjs 0
