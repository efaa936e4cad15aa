# SPDX-License-Identifier: MIT
# Behind lighttpd, as a host of its own, beside another.
. "$(dirname "$0")/servers.sh"
servers lighttpd
