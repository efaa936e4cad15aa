# SPDX-License-Identifier: MIT
# Behind apache, below a path of a site that was there.
. "$(dirname "$0")/servers.sh"
servers apache /intranet/akten
