package org.stepwell.platform.task;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The kinds of work that this service knows. */
@Singleton
class TaskKinds {

    private final Map<String, TaskKind> byCode = new TreeMap<>();

    TaskKinds(@All List<TaskKind> all) {
        all.forEach(kind -> {
            if (byCode.put(kind.code(), kind) != null) {
                throw new IllegalStateException("two kinds of tasks are called " + kind.code());
            }
        });
    }

    /** The kind of this code; nothing for one of another release. */
    Optional<TaskKind> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** All codes, in order. */
    Iterable<String> codes() {
        return byCode.keySet();
    }
}
