package org.stepwell.platform.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.Event;
import org.stepwell.contracts.id.ClinicId;

/** Which records of a partition are applied in one transaction. */
final class Turns {

    private Turns() {}

    /** A transaction for each clinic: fewer of them, and clinics do not wait for each other. */
    static <E extends Event> Collection<List<Incoming<E>>> byClinic(List<Incoming<E>> records) {
        var byClinic = new LinkedHashMap<@Nullable ClinicId, List<Incoming<E>>>();
        records.forEach(record -> byClinic.computeIfAbsent(record.clinic(), _ -> new ArrayList<>())
                .add(record));
        return byClinic.values();
    }

    /** A transaction for each run of records of the same clinic: nothing overtakes anything. */
    static <E extends Event> Collection<List<Incoming<E>>> inOrder(List<Incoming<E>> records) {
        var runs = new ArrayList<List<Incoming<E>>>();
        for (var record : records) {
            if (runs.isEmpty() || !Objects.equals(runs.getLast().getFirst().clinic(), record.clinic())) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(record);
        }
        return runs;
    }
}
