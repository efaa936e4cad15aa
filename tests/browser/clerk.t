# SPDX-License-Identifier: MIT
# The day of an intake clerk, in two languages, with script and without.
. "$(dirname "$0")/stage.sh"
browser nginx clerk.mjs 0
