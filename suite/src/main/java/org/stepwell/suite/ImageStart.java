package org.stepwell.suite;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How a service starts in its image: the command of {@code deploy/Dockerfile} and the memory of its Deployment. There is no second
 * list of flags, so that what is measured and tested is what is shipped.
 *
 * @param entrypoint the command as it stands there
 * @param memoryMebibytes what a replica may hold
 */
record ImageStart(List<String> entrypoint, int memoryMebibytes) {

    private static final Pattern ENTRYPOINT = Pattern.compile("(?m)^ENTRYPOINT (\\[.*])$");
    private static final Pattern MEMORY = Pattern.compile("(?s)\\n +limits:.*?\\n +memory: (\\d+)Mi\\n");
    private static final String FOLDER = "/app/";
    private static final String RECORD = FOLDER + "start.aot";

    /** As this checkout says. */
    static ImageStart of(Path source) throws IOException {
        var command = found(ENTRYPOINT, source.resolve("deploy/Dockerfile"));
        var memory = found(MEMORY, source.resolve("deploy/base/service/deployment.yaml"));
        return new ImageStart(
                new ObjectMapper().readValue(command, new TypeReference<List<String>>() {}), Integer.parseInt(memory));
    }

    private static String found(Pattern pattern, Path file) throws IOException {
        var matcher = pattern.matcher(Files.readString(file));
        if (!matcher.find()) {
            throw new Trouble("%s has no line like %s.".formatted(file, pattern));
        }
        return matcher.group(1);
    }

    /** The same command on this machine, for a packaged service in this folder and the record of its start. */
    List<String> command(Path folder, Path record) {
        var command = new ArrayList<String>();
        for (var word : entrypoint) {
            command.add(
                    word.contains(RECORD)
                            ? word.replace(RECORD, record.toString())
                            : word.replace(FOLDER, folder + "/"));
        }
        command.set(0, JavaProgram.path());
        // A container knows its limit; here the JVM is told.
        command.add(1, "-XX:MaxRAM=%dm".formatted(memoryMebibytes));
        return command;
    }

    /** Records the start of a packaged service as the build of its image does. */
    static void record(Path source, Path folder, Path record) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                        "sh", source.resolve("deploy/record-start.sh").toString(), folder.toString(), record.toString())
                .redirectErrorStream(true)
                .redirectOutput(
                        record.resolveSibling(record.getFileName() + ".log").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("STEPWELL_") || name.startsWith("QUARKUS_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        int code = builder.start().waitFor();
        if (code != 0) {
            throw new Trouble(
                    "deploy/record-start.sh ended with code %d for %s; see %s.log.".formatted(code, folder, record));
        }
    }
}
