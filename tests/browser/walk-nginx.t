# SPDX-License-Identifier: MIT
# The newcomer's way behind nginx, with script and without, by the plan that
# complaints have.
. "$(dirname "$0")/stage.sh"
browser nginx walk.mjs 0
