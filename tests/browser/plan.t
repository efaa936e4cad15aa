# SPDX-License-Identifier: MIT
# An insurance claim, by its plan.
. "$(dirname "$0")/stage.sh"
browser nginx plan.mjs 0
