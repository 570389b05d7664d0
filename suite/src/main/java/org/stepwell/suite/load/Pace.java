package org.stepwell.suite.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** So many calls, so often, whether the ones before are done or not: whoever waits for one that is late counts that wait. */
record Pace(int calls, int perSecond) {

    /** Milliseconds of each call, from when it should have begun. */
    List<Double> keep(Callable<?> what) throws Exception {
        var millis = new ArrayList<Double>();
        long start = System.nanoTime();
        for (int i = 0; i < calls; i++) {
            long due = start + i * (TimeUnit.SECONDS.toNanos(1) / perSecond);
            LockSupport.parkNanos(due - System.nanoTime());
            what.call();
            millis.add((System.nanoTime() - due) / 1e6);
        }
        return millis;
    }
}
