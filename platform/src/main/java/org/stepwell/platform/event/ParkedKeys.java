package org.stepwell.platform.event;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.stepwell.contracts.Publisher;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.time.Reading;

/** How many keys of each listener have parked records, looked at now and then for an alert. */
@Singleton
class ParkedKeys implements Reading {

    private final Sql sql;
    private volatile Map<String, Long> keys = Map.of();

    ParkedKeys(Sql sql, @All List<Listener<?>> listeners, MeterRegistry metrics) {
        this.sql = sql;
        for (var listener : listeners) {
            var name = listener.publisher().getAnnotation(Publisher.class).value();
            Gauge.builder("stepwell.parked.keys", this, parked -> parked.keys.getOrDefault(name, 0L))
                    .tag("listener", name)
                    .register(metrics);
        }
    }

    @Override
    public String name() {
        return "parked-keys";
    }

    @Override
    public void read() {
        keys =
                QuarkusTransaction.requiringNew()
                        .call(() -> sql.list("""
                        select listener, count(*) from (select distinct listener, topic, key from platform.parked) held
                        group by listener
                        """, row -> Map.entry(row.getString(1), row.getLong(2))))
                        .stream()
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
