package org.facerepro.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.facerepro.core.Progress;

/** Progress as a bar with speed and time left: for terminals. */
final class BarProgress implements Progress {
  private static final int UPDATE_MILLIS = 200;

  @Override
  public Task start(String name, long total, String unit) {
    ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName(name)
            .setInitialMax(total > 0 ? total : -1)
            .setUnit(" " + unit, 1)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(UPDATE_MILLIS)
            .showSpeed()
            .build();
    return new BarTask(bar);
  }

  private record BarTask(ProgressBar bar) implements Task {
    @Override
    public void advance(long steps) {
      bar.stepBy(steps);
    }

    @Override
    public void note(String text) {
      bar.setExtraMessage(text);
    }

    @Override
    public void close() {
      bar.close();
    }
  }
}
