/** Bars as an SVG file. */
@NullMarked
package hk.qos.cli.chart;

import org.jspecify.annotations.NullMarked;
