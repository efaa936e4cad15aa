# SPDX-License-Identifier: MIT
# A house of lawyers, in six languages, with script and without.
. "$(dirname "$0")/stage.sh"
browser nginx legal.mjs 1
