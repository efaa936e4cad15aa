# SPDX-License-Identifier: MIT
# The keyboard's shortcuts, in a browser.
. "$(dirname "$0")/stage.sh"
browser nginx keys.mjs 1
