# SPDX-License-Identifier: MIT
# Behind nginx, as a host of its own, beside another.
. "$(dirname "$0")/servers.sh"
servers nginx
