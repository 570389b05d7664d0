package org.stepwell.suite.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.stepwell.suite.Clinic;
import org.stepwell.suite.DemoClinic;
import org.stepwell.suite.Service;

/** Whether time tells what the answer does not: that an id nobody here may know of is another clinic's patient. */
final class UnknownIdLoad {

    private static final int ASKED = 1_000;
    private static final int WARM = 200;

    /** One account may ask two hundred times a second. */
    private static final long PAUSE_MILLIS = 6;

    private final LoadApi ivy;
    private final LoadApi hana;
    private final MadeUp madeUp;

    UnknownIdLoad(Clinic clinic, MadeUp madeUp) {
        ivy = new LoadApi(clinic);
        hana = new LoadApi(clinic, "hana", DemoClinic.HARBOR);
        this.madeUp = madeUp;
    }

    Figure run() throws IOException, InterruptedException {
        var foreign = hana.register(madeUp.id().toString());
        asks(WARM, foreign);
        var both = asks(ASKED, foreign);
        return Figure.times("foreignIdToUnknownId", "ms", both.foreign(), both.unknown(), "ratio 0.95 to 1.05");
    }

    private record Both(List<Double> foreign, List<Double> unknown) {}

    /** In turn, so that what disturbs one disturbs the other. */
    private Both asks(int times, String foreign) throws IOException, InterruptedException {
        var both = new Both(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < times; i++) {
            both.foreign().add(millis(foreign));
            both.unknown().add(millis(madeUp.id().toString()));
        }
        return both;
    }

    private double millis(String id) throws IOException, InterruptedException {
        Thread.sleep(PAUSE_MILLIS);
        long start = System.nanoTime();
        ivy.get(Service.ENROLLMENT, "/patients/" + id).must(404);
        return (System.nanoTime() - start) / 1e6;
    }
}
