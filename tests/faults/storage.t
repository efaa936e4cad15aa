# SPDX-License-Identifier: MIT
# The disk fails: the n-th change of what lies in the folder of the store and
# its documents is refused or cut short, once or from there on. Readings go
# on; a writing is done, or refused with a plain sentence.
. "$(dirname "$0")/faults.sh"
office
hold
requests

for kind in $readings $writings; do
	measure $kind
	for error in nospace io short; do
		wrong=0 struck=0
		for n in $(samples "$changes" 6); do
			for ever in 0 1; do
				strike $kind FAULT_IO="$n" FAULT_EVER=$ever \
				    FAULT_ERROR=$error
				judge "$kind, change $n, $error, ever $ever"
			done
		done
		is "$kind: of $struck with $error went wrong" $wrong 0
	done
done
whole 'the store verifies'
