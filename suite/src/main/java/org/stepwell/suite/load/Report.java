package org.stepwell.suite.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What a measured run found, as one JSON object or as a table for people. */
record Report(String scenario, long seed, String commit, int cores, String dataset, List<Figure> figures) {

    /** Stamps the figures with what they were measured on. */
    static Report of(String scenario, long seed, String dataset, List<Figure> figures) {
        return new Report(
                scenario, seed, commitOfThisTree(), Runtime.getRuntime().availableProcessors(), dataset, figures);
    }

    String json() {
        try {
            return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    String table() {
        var table =
                new StringBuilder("load %s on %d cores, %s, commit %s%n".formatted(scenario, cores, dataset, commit));
        table.append("%-34s %-9s %7s %10s %10s %10s %10s %7s  %s%n"
                .formatted("figure", "unit", "n", "p50/value", "p95", "p99", "baseline", "ratio", "budget"));
        for (var figure : figures) {
            table.append("%-34s %-9s %7d %10s %10s %10s %10s %7s  %s%n"
                    .formatted(
                            figure.service() == null ? figure.name() : figure.name() + " " + figure.service(),
                            figure.unit(),
                            figure.n(),
                            shown(figure.p50() == null ? figure.value() : figure.p50()),
                            shown(figure.p95()),
                            shown(figure.p99()),
                            shown(figure.baseline()),
                            shown(figure.ratio()),
                            figure.budget()));
        }
        return table.toString();
    }

    private static String shown(@Nullable Double number) {
        return number == null ? "" : String.format(Locale.ROOT, "%.2f", number);
    }

    private static String commitOfThisTree() {
        try {
            var git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD")
                    .redirectErrorStream(true)
                    .start();
            var answer =
                    new String(git.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
            return git.waitFor(5, TimeUnit.SECONDS) && git.exitValue() == 0 ? answer : "none";
        } catch (IOException e) {
            return "none";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "none";
        }
    }
}
