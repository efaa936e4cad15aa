# SPDX-License-Identifier: MIT
# What tables decide on a complaint, in two languages, with script and without.
. "$(dirname "$0")/stage.sh"
browser nginx decisions.mjs 0
