package org.stepwell.suite.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Processor time as Linux tells it: of what computes, and not of what waits. */
class ProcessorTimeTest {

    private static final Duration WORK = Duration.ofMillis(500);
    private static final String COMPUTES = "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done";

    @BeforeEach
    void onLinux() {
        assumeTrue(Files.isReadable(Path.of("/proc/self/stat")), "only Linux tells it");
    }

    @Test
    void aProcessThatComputesIsCountedForAsLongAsItDoes() throws Exception {
        double before = ProcessorTime.millis(ProcessHandle.current(), ProcessorTime.ITSELF);

        compute();

        assertThat(ProcessorTime.millis(ProcessHandle.current(), ProcessorTime.ITSELF) - before)
                .isGreaterThan(WORK.toMillis() * 0.9);
    }

    @Test
    void aChildIsCountedWithItsParentOnceItHasEnded() throws Exception {
        var parent = new ProcessBuilder("sh", "-c", "sh -c '%s'; echo done; read -r end".formatted(COMPUTES)).start();
        try {
            assertThat(parent.inputReader().readLine()).isEqualTo("done");

            assertThat(ProcessorTime.millis(parent.toHandle(), ProcessorTime.CHILDREN))
                    .isPositive();
            assertThat(ProcessorTime.millis(parent.toHandle(), ProcessorTime.ITSELF))
                    .isLessThan(50);
        } finally {
            parent.destroy();
        }
    }

    @Test
    void aProcessThatIsGoneHasUsedNothing() throws Exception {
        var gone = new ProcessBuilder("true").start();
        gone.waitFor();

        assertThat(ProcessorTime.millis(gone.toHandle(), ProcessorTime.ITSELF)).isZero();
    }

    private static void compute() {
        var threads = ManagementFactory.getThreadMXBean();
        long until = threads.getCurrentThreadCpuTime() + WORK.toNanos();
        while (threads.getCurrentThreadCpuTime() < until) {
            Thread.onSpinWait();
        }
    }
}
