# SPDX-License-Identifier: MIT
# The newcomer's way behind lighttpd, below a path of its site.
. "$(dirname "$0")/stage.sh"
early=--early
browser lighttpd walk.mjs 0 /intranet/akten
