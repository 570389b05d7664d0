/**
 * The whole of Stepwell on one machine. {@link org.stepwell.suite.Clinic} starts it and is the page to read first;
 * {@link org.stepwell.suite.Stepwell} is the door that {@code ./stepwell} opens, one {@link org.stepwell.suite.Verb} per word.
 * Journeys and load runs live beside it and use the same {@code Clinic}.
 */
@NullMarked
package org.stepwell.suite;

import org.jspecify.annotations.NullMarked;
