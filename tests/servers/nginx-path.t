# SPDX-License-Identifier: MIT
# Behind nginx, below a path of a site that was there.
. "$(dirname "$0")/servers.sh"
servers nginx /intranet/akten
