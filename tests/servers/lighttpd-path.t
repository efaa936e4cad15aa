# SPDX-License-Identifier: MIT
# Behind lighttpd, below a path of a site that was there.
. "$(dirname "$0")/servers.sh"
servers lighttpd /intranet/akten
