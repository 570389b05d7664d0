package org.stepwell.suite.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.stepwell.suite.Faults;
import org.stepwell.suite.Service;
import org.stepwell.suite.Trouble;

/** How long a service takes to start and how much memory it holds, beside a {@link BareService}. */
final class ProcessLoad {

    private final Faults faults;
    private final int runs;

    ProcessLoad(Faults faults, int runs) {
        this.faults = faults;
        this.runs = runs;
    }

    /** What each service holds now, after the load. */
    List<Figure> memory() throws IOException, InterruptedException {
        var figures = new ArrayList<Figure>();
        for (var service : Service.all()) {
            var ours = residentMegabytes(faults.process(service));
            var bare = bare(service).residentMegabytes();
            figures.add(Figure.value("residentMegabytes", "MB", 1, ours, bare, "300")
                    .of(service));
        }
        return figures;
    }

    /** Start to ready, one service at a time, while the others run. */
    List<Figure> starts() throws IOException, InterruptedException {
        var figures = new ArrayList<Figure>();
        for (var service : Service.all()) {
            var ours = new ArrayList<Double>();
            var bare = new ArrayList<Double>();
            for (int run = 0; run < runs; run++) {
                bare.add(bare(service).startMillis());
                faults.kill(service);
                long start = System.nanoTime();
                faults.restart(service);
                ours.add((System.nanoTime() - start) / 1e6);
            }
            figures.add(Figure.value("startMillis", "ms", runs, Figure.middle(ours), Figure.middle(bare), "2000")
                    .of(service));
        }
        return figures;
    }

    private record Bare(double startMillis, double residentMegabytes) {}

    private Bare bare(Service service) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                        java,
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareService.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(faults.environment(service));
        long start = System.nanoTime();
        var process = builder.start();
        try (var said = new BufferedReader(process.inputReader())) {
            var line = said.readLine();
            double millis = (System.nanoTime() - start) / 1e6;
            if (!"ready".equals(line)) {
                throw new Trouble(
                        "A bare program with the connections of %s did not start.".formatted(service.title()));
            }
            return new Bare(millis, residentMegabytes(process.toHandle()));
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static double residentMegabytes(ProcessHandle process) throws IOException, InterruptedException {
        var status = Path.of("/proc/%d/status".formatted(process.pid()));
        if (Files.isReadable(status)) {
            return Files.readAllLines(status).stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    / 1024.0;
        }
        var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
        var said = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        ps.waitFor();
        return Long.parseLong(said.strip()) / 1024.0;
    }
}
