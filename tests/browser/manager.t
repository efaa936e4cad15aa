# SPDX-License-Identifier: MIT
# The day of a case manager, in two languages, with script and without.
. "$(dirname "$0")/stage.sh"
early=--early
browser nginx manager.mjs 1
