@NullMarked
package org.stepwell.therapy.job;

import org.jspecify.annotations.NullMarked;
