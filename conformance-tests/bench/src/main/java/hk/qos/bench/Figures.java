package hk.qos.bench;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The samples of a client at one rate; figures are medians. */
record Figures(List<Sample> samples) {
    double cpu() {
        return median(Sample::cpuMicros);
    }

    double bytes() {
        return median(Sample::bytes);
    }

    double perSecond() {
        return median(Sample::perSecond);
    }

    double median(ToDoubleFunction<Sample> figure) {
        double[] sorted = samples.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Such as {@code 1.52 (1.49–1.60)}. */
    String range(String format, ToDoubleFunction<Sample> figure) {
        if (samples.size() == 1) {
            return String.format(format, median(figure));
        }
        Comparator<Sample> order = Comparator.comparingDouble(figure);
        double least = figure.applyAsDouble(samples.stream().min(order).orElseThrow());
        double most = figure.applyAsDouble(samples.stream().max(order).orElseThrow());
        return String.format(format + " (" + format + "–" + format + ")", median(figure), least, most);
    }
}
