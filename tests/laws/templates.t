# SPDX-License-Identifier: MIT
# Every template compiles in all six languages.
. "$(dirname "$0")/law.sh"

faults() {
	"$top_builddir/dossier" template --check --templates templates \
	    --locale "$top_builddir/templates/po" 2>&1
}

# A file that the list does not name would be missing once installed.
unlisted() {
	find templates -name '*.html' | while read -r f; do
		grep -qF "%D%/${f#templates/}" templates/templates.am ||
		    echo "$f is not in templates/templates.am"
	done
}

law 'templates compile in every language' faults
law 'templates are installed' unlisted
laws_end
