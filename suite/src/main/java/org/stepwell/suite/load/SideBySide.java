package org.stepwell.suite.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.stepwell.suite.Clinic;
import org.stepwell.suite.Faults;
import org.stepwell.suite.Progress;
import org.stepwell.suite.Service;

/** Measures an operation of a service beside the same without us, in turn, so that a noisy machine is noisy for both. */
record SideBySide(Clinic clinic, Service service, Progress progress) {

    static final int RUNS = 3;

    /**
     * How long each took, how long processors work for ours, and how many statements it sends to its database.
     *
     * @param operations how many operations of the service ours calls
     */
    List<Figure> measure(String name, Pace pace, String budget, int operations, Callable<?> ours, Callable<?> bare)
            throws Exception {
        long begun = System.nanoTime();
        var our = new ArrayList<Double>();
        var other = new ArrayList<Double>();
        pace.keep(ours); // so that the first run does not measure class loading
        var processors = ProcessorTime.of(new Faults(clinic), service);
        for (int run = 0; run < RUNS; run++) {
            our.addAll(processors.isPresent() ? processors.get().count(() -> pace.keep(ours)) : pace.keep(ours));
            other.addAll(pace.keep(bare));
        }
        var sql = SqlStatements.of(clinic, service, operations, ours);
        var times = Figure.times(name, "ms", our, other, budget);
        progress.say("  %-22s %s, measured in %s".formatted(name, times.inShort(), Progress.since(begun)));
        var figures = new ArrayList<>(List.of(
                times,
                Figure.value(
                        name + "Sql", "statements", sql.calls(), sql.each(), null, "as many for any number of rows")));
        processors.ifPresent(used -> figures.addAll(used.figures(name, our.size())));
        return figures;
    }
}
