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

# translate="no" holds for the attributes of the same element too.
unlabelled() {
	grep -rnoE '<[a-z]+ [^>]*translate="no"[^>]*>' templates \
	    --include='*.html' | grep 'data-label='
}

law 'templates compile in every language' faults
law 'templates are installed' unlisted
law 'labels of cells are translated' unlabelled
laws_end
