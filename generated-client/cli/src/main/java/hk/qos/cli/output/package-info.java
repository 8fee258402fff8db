/** Records as tables, CSV and JSON. Columns come from the components of the records, so that new fields need no code here. */
@NullMarked
package hk.qos.cli.output;

import org.jspecify.annotations.NullMarked;
