# SPDX-License-Identifier: MIT
# What an administrator and an auditor do, in two languages, with script and without.
. "$(dirname "$0")/stage.sh"
browser nginx admin.mjs 0
