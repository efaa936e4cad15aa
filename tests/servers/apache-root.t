# SPDX-License-Identifier: MIT
# Behind apache, as a host of its own, beside another.
. "$(dirname "$0")/servers.sh"
servers apache
