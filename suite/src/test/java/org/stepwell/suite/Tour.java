package org.stepwell.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The README's five minutes with curl, pasted into a shell as they stand there. */
final class Tour {

    private static final String HEADING = "## Five minutes with curl";
    private static final String BLOCK = "```sh\n";
    private static final String USUAL_ADDRESS = "http://127.0.0.1:8101/";

    private final Path folder;

    /** Whether this machine has what the tour asks for. */
    static boolean mayBePlayed() {
        return List.of("bash", "curl", "jq").stream().allMatch(Programs::has);
    }

    /** Plays in a folder whose {@code ./stepwell} is the given launcher. */
    Tour(Path folder, List<String> launcher) throws IOException {
        this.folder = Files.createDirectories(folder);
        var door = folder.resolve("stepwell");
        Files.writeString(door, "#!/bin/sh\nexec %s \"$@\"\n".formatted(String.join(" ", launcher)));
        door.toFile().setExecutable(true);
    }

    /** What it prints, one object after the other. */
    List<JsonNode> play(Map<String, String> settings, String address) throws IOException, InterruptedException {
        var printed = folder.resolve("printed");
        var shell = new ProcessBuilder("bash", "-e", "-c", lines().replace(USUAL_ADDRESS, address))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        shell.environment().putAll(settings);
        int code = shell.start().waitFor();
        if (code != 0) {
            throw new AssertionError("The tour ended with %d after %s".formatted(code, Files.readString(printed)));
        }
        try (var objects = new ObjectMapper().readerFor(JsonNode.class).<JsonNode>readValues(printed.toFile())) {
            return objects.readAll();
        }
    }

    private static String lines() throws IOException {
        var readme = Files.readString(Path.of("../README.md"));
        int start = readme.indexOf(BLOCK, readme.indexOf(HEADING)) + BLOCK.length();
        return readme.substring(start, readme.indexOf("```", start));
    }
}
