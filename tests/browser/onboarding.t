# SPDX-License-Identifier: MIT
# Five new colleagues by their plan, from the registration to the probation.
. "$(dirname "$0")/stage.sh"
command -v faketime >/dev/null || skip 'faketime is not installed'
browser nginx onboarding.mjs 0
