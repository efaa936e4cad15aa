# SPDX-License-Identifier: MIT
# Every page, at two widths, with script and without, judged.
. "$(dirname "$0")/stage.sh"
browser nginx pages.mjs 1
