package org.stepwell.suite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

/** Keycloak's programs, unpacked and built for PostgreSQL once, shared by all clinics of this machine's user. */
record KeycloakFolder(Path folder) {
    private static final String ENTRY_POINT = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";

    /** The folder, made now if it is not there; two launchers at once take turns. */
    static KeycloakFolder prepare(Settings settings, Children children, Progress progress) throws Exception {
        var zip = zip(settings);
        var folder = of(settings).folder();
        try (var lock = FileChannel.open(
                settings.cache().resolve("keycloak.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            var built = folder.resolve("built-for-postgres");
            if (!Files.exists(built)) {
                progress.say("  Keycloak is built for PostgreSQL; this happens once and takes half a minute");
                Folders.delete(folder);
                unpack(zip, folder);
                build(folder, settings, children);
                Files.createFile(built);
            }
        }
        return new KeycloakFolder(folder);
    }

    /** Where the folder is, made or not. */
    static KeycloakFolder of(Settings settings) throws IOException {
        var name = zip(settings).getFileName().toString();
        return new KeycloakFolder(
                settings.cache().resolve(name.replace("-quarkus-dist", "").replace(".zip", "")));
    }

    /** All jars in an order that never changes, because a start cache is good for one order only. */
    List<Path> jars() throws IOException {
        var jars = new ArrayList<Path>();
        jars.add(folder.resolve("lib/quarkus/transformed-bytecode.jar"));
        jars.add(folder.resolve("lib/quarkus/generated-bytecode.jar"));
        jars.add(folder.resolve("lib/app/keycloak.jar"));
        for (var part : List.of("lib/lib/boot", "lib/lib/main")) {
            try (var files = Files.list(folder.resolve(part))) {
                files.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(jars::add);
            }
        }
        return jars;
    }

    /** What every JVM that runs Keycloak needs. */
    static List<String> jvmFlags(Path home) {
        return List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xms64m",
                "-Xmx512m",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory");
    }

    private static Path zip(Settings settings) throws IOException {
        var folder = settings.source().resolve("suite/target/keycloak");
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .sorted()
                    .reduce((older, newer) -> newer)
                    .orElseThrow(() ->
                            new Trouble("Keycloak's zip is not in %s; ./stepwell builds it there.".formatted(folder)));
        }
    }

    private static void unpack(Path zip, Path folder) throws IOException {
        try (var in = new ZipInputStream(Files.newInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                // The first part of each name is the zip's own folder.
                var name = entry.getName().substring(entry.getName().indexOf('/') + 1);
                var target = folder.resolve(name).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("%s points outside of its folder (%s)".formatted(zip, entry.getName()));
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(in, target);
                }
            }
        }
    }

    private static void build(Path folder, Settings settings, Children children)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(JavaProgram.path());
        command.addAll(jvmFlags(folder));
        command.addAll(List.of("-cp", folder.resolve("lib/quarkus-run.jar").toString(), ENTRY_POINT));
        command.addAll(List.of("build", "--db=postgres", "--health-enabled=true", "--metrics-enabled=true"));
        var log = settings.log("keycloak-build");
        var code = children.run(new ChildProcess.Plan(
                "keycloak-build", command, Map.of(), folder, log, Keycloak.ready(settings), false));
        if (code != 0) {
            throw new Trouble("Keycloak could not be built (code %d); %s says why.".formatted(code, log));
        }
    }
}
