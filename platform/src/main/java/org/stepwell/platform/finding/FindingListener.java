package org.stepwell.platform.finding;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import org.stepwell.contracts.finding.FindingEvent;
import org.stepwell.contracts.finding.FindingEvent.MeasureScored;
import org.stepwell.contracts.finding.FindingEvent.SafetyChanged;
import org.stepwell.platform.event.Envelope;
import org.stepwell.platform.event.Listener;

/** What every service hears of what was found elsewhere. */
@Singleton
class FindingListener implements Listener<FindingEvent> {

    private final SafetyRegister register;
    private final List<ScoredMeasures> measures;
    private final List<RaisedFlags> flags;

    FindingListener(SafetyRegister register, @All List<ScoredMeasures> measures, @All List<RaisedFlags> flags) {
        this.register = register;
        this.measures = measures;
        this.flags = flags;
    }

    @Override
    public Class<FindingEvent> publisher() {
        return FindingEvent.class;
    }

    @Override
    public void on(FindingEvent event, Envelope envelope) {
        switch (event) {
            case SafetyChanged flag -> {
                register.take(flag);
                if (flag.raised() && !register.isOurs(flag)) {
                    flags.forEach(one -> one.raised(flag));
                }
            }
            case MeasureScored measure -> measures.forEach(one -> one.scored(measure));
        }
    }
}
