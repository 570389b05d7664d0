package org.stepwell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** How {@code ./stepwell} knows whether somebody else builds or runs here. */
class ScriptLockTest {

    @TempDir
    Path folder;

    @Test
    void aBuildThatWasKilledIsNotWaitedForWhereAStrangerGotItsNumber() throws Exception {
        var stranger = ProcessHandle.current().pid();
        for (var dead : List.of("%d\n".formatted(stranger), "%d /bin/sh ./stepwell up\n".formatted(stranger))) {
            Files.createDirectories(folder.resolve("building"));
            Files.writeString(folder.resolve("building/pid"), dead);

            var answer = locking("echo \"$$ holds $(cat \"$home/building/pid\")\"");

            assertThat(answer.code()).as(dead).isZero();
            assertThat(answer.said()).matches("(?s)(\\d+) holds \\1 .*");
            assertThat(folder.resolve("building")).doesNotExist();
        }
    }

    @Test
    void aBuildThatWasKilledBeforeItSaidItsNumberIsNotWaitedForLong() throws Exception {
        Files.createDirectories(folder.resolve("building"));

        var answer = locking("echo held");

        assertThat(answer.code()).isZero();
        assertThat(answer.said())
                .contains("waits for another build", "process unknown")
                .endsWith("held\n");
    }

    @Test
    void aBuildThatIsAtWorkIsWaitedFor() throws Exception {
        var order = folder.resolve("order");
        var first = new ProcessBuilder("/bin/sh", "-euc", lockingScript("sleep 7; echo first >>\"$home/order\""))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("first").toFile())
                .start();
        while (!Files.exists(folder.resolve("building/pid")) || Files.size(folder.resolve("building/pid")) == 0) {
            assertThat(first.isAlive()).isTrue();
            TimeUnit.MILLISECONDS.sleep(20);
        }

        var second = locking("echo second >>\"$home/order\"");

        assertThat(first.waitFor()).isZero();
        assertThat(second.said())
                .contains("waits for another build in this checkout (process %d)".formatted(first.pid()));
        assertThat(order).hasContent("first\nsecond");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whereThereIsNoPsAProcessIsKnownByWhatTheSystemSaysOfIt() throws Exception {
        var tools = new Script(folder).only("grep", "head", "sed", "tr");
        var launcher = new ProcessBuilder("/bin/sh", "-c", "sleep 60; :", "org.stepwell.suite.Stepwell").start();
        Files.createDirectories(folder.resolve("run"));
        Files.writeString(folder.resolve("run/clinic.json"), "{\"pid\":%d}".formatted(launcher.pid()));
        var functions = Script.part("command_of() {", "# Takes the lock")
                + Script.part("# Whether a launcher runs", "leave_clinic_alone() {");

        var answer = new Script(folder).sh("""
                %s
                PATH='%s' home='%s' launcher=%d
                clinic_is_up && echo a clinic is up
                is_at_work "$launcher $(command_of $launcher)" && echo at work
                is_at_work "$launcher /bin/sh ./stepwell up" || echo a stranger
                """.formatted(functions, tools, folder, launcher.pid()));
        launcher.descendants().forEach(ProcessHandle::destroy);
        launcher.destroy();

        assertThat(answer.said()).isEqualTo("a clinic is up\nat work\na stranger\n");
    }

    /** Does something while it holds the lock of builds. */
    private Script.Answer locking(String meanwhile) throws IOException, InterruptedException {
        return new Script(folder).sh(lockingScript(meanwhile));
    }

    private String lockingScript(String meanwhile) throws IOException {
        return "home='%s'\n%s\nlock_build\n%s\nunlock_build"
                .formatted(folder, Script.part("# One build at a time", "build() {"), meanwhile);
    }
}
