/** The treatment plan of an episode: problems, goals, objectives, what is done; and when it is reviewed. */
@NullMarked
package org.stepwell.therapy.plan;

import org.jspecify.annotations.NullMarked;
