# Sourced by scripts/start, scripts/test and scripts/bench: installs what is missing, asks nothing.
# The caller sets `home` to the checkout. Everything said here goes to standard error.

note() { printf '%s\n' "$@" >&2; }

# need COMMAND-OR-FILE PACKAGE WHY: remembers the Debian package where the command or file is missing.
missing_packages=()
need() {
  local found=$1 package=$2 why=$3
  case "$found" in
    /*) if [ -e "$found" ]; then return; fi ;;
    *) if PATH="$PATH:/usr/sbin:/sbin" command -v "$found" >/dev/null 2>&1; then return; fi ;;
  esac
  note "缺少 $package：$why" "missing: $package"
  missing_packages+=("$package")
}

# Installs the remembered packages with apt-get, as root or through sudo without a password.
install_missing() {
  if [ ${#missing_packages[@]} -eq 0 ]; then return; fi
  local packages=("${missing_packages[@]}") as_root=()
  missing_packages=()
  local by_hand="apt-get update && apt-get install -y ${packages[*]}"
  if ! command -v apt-get >/dev/null 2>&1; then
    note "本机没有 apt-get，请自行安装：${packages[*]}" "There is no apt-get here; install by hand: ${packages[*]}"
    exit 1
  fi
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null 2>&1 || ! sudo -n true 2>/dev/null; then
      note "需要 root 权限，请执行：" "This needs root; run:" "  sudo sh -c '$by_hand'"
      exit 1
    fi
    as_root=(sudo -n)
  fi
  note "正在安装 / installing: ${packages[*]}"
  local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300)
  if ! { "${apt[@]}" update && "${apt[@]}" install -y --no-install-recommends "${packages[@]}"; } </dev/null >&2; then
    note "安装失败，请执行以下命令查看原因：" "That failed; to see why, run:" "  $by_hand"
    exit 1
  fi
}

need_for_start() {
  need npm npm "安装程序所需的软件包 / npm brings the program's packages and its Node"
  need ffmpeg ffmpeg "生成预览与示例卡 / makes viewing copies and the sample cards"
  need bwrap bubblewrap "隔离 ffmpeg 与 ffprobe / confines ffmpeg and ffprobe"
  need prlimit util-linux "限制 ffmpeg 的资源 / bounds what ffmpeg may use"
  need /usr/share/fonts/truetype/wqy/wqy-microhei.ttc fonts-wqy-microhei "预览副本上的中文标记 / the Chinese mark on viewing copies"
  need exiftool libimage-exiftool-perl "读取录像文件内的位置 / reads the positions inside recordings"
}

need_for_test() {
  need_for_start
  need strace strace "测试在每个系统调用处中断 / the tests fail at every system call in turn"
  need age age "测试用标准工具解开备份 / the tests open backups with the standard tool"
  need chattr e2fsprogs "测试不可修改标志 / the tests look at the immutable flag"
  need openssl openssl "测试对照摘要与签名 / the tests compare digests and signatures with it"
  need go golang-go "用另一种语言的工具核对保管链 / the ledger is checked with tools that are not ours"
  need /usr/share/gocode/src/golang.org/x/mod golang-golang-x-mod-dev "同上：检查点格式 / the same: the checkpoint format"
  need git git "测试读取版本库 / the tests look at the repository"
  need chromium chromium "测试在真实浏览器中播放预览副本 / the tests play viewing copies in a real browser"
  need firefox-esr firefox-esr "测试控制台在 Firefox 中的页面 / the tests read the console's pages in Firefox as well"
  need ps procps "测试查看进程 / the tests look at processes"
  need_for_s3
}

# The real S3 server of test/labs/s3: one node of Ceph, in memory, without anything that stays running.
need_for_s3() {
  need ceph-mon ceph-mon "测试用的 S3 服务器，带对象锁 / an S3 server with Object Lock for the tests"
  need ceph-osd ceph-osd "同上 / the same"
  need radosgw radosgw "同上 / the same"
  need ceph ceph-common "同上 / the same"
}

# The emulated machine of test/labs.
need_for_labs() {
  need qemu-system-x86_64 qemu-system-x86 "测试用的虚拟采集站，带真实的 USB 总线 / an emulated station with a real USB bus"
  need qemu-img qemu-utils "同上：卡的写时复制层 / the same: copy-on-write layers over cards"
  need mkfs.vfat dosfstools "测试卡：FAT32 / cards for the tests: FAT32"
  need mcopy mtools "同上 / the same"
  need mkfs.exfat exfatprogs "测试卡：exFAT / cards for the tests: exFAT"
  need mkntfs ntfs-3g "测试卡：NTFS / cards for the tests: NTFS"
  need xz xz-utils "解出虚拟机的内核 / unpacks the emulated machine's kernel"
}

need_for_bench() {
  need_for_start
  need openssl openssl "性能对照 / compared with in the benchmarks"
  need dc3dd dc3dd "性能对照：取证复制工具 / the forensic copier, compared with in the benchmarks"
  need time time "性能测量 / measures whole commands"
  need go golang-go "性能对照：哈希树 / the tree of another implementation"
  need /usr/share/gocode/src/golang.org/x/mod golang-golang-x-mod-dev "性能对照：哈希树 / the tree of another implementation"
  need rclone rclone "性能对照：上传工具 / the upload tool, compared with in the benchmarks"
  need_for_s3
}

# What node_modules was made from; another lock file or another kind of machine makes it anew.
packages_fingerprint() {
  { cat "$home/package-lock.json" && uname -sm; } | sha256sum | cut -d ' ' -f 1
}

# Brings the packages of package-lock.json. Two scripts started at once wait for each other.
install_node_packages() {
  local stamp=$home/node_modules/.docket-packages wanted lock
  exec {lock}<"$home/package-lock.json"
  flock "$lock"
  wanted=$(packages_fingerprint)
  if [ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ]; then
    note "正在安装软件包（npm）/ installing packages (npm) …"
    bring_node_packages
    printf '%s\n' "$wanted" >"$stamp"
  fi
  exec {lock}<&-
}

# `npm ci` refuses a lock file that lacks optional packages for other kinds of machine, which npm itself leaves out
# where the registry does not offer them; `npm install --no-save` takes the same locked versions without that check.
bring_node_packages() {
  local log
  log=$(mktemp)
  if (cd "$home" && { npm ci || npm install --no-save; }) </dev/null >"$log" 2>&1; then
    rm -f "$log"
    return
  fi
  tail -n 30 "$log" >&2
  note "软件包安装失败，完整输出见 $log。请检查网络后重试。" \
    "The packages could not be installed; all of npm's output is in $log. Check the network and try again."
  exit 1
}

# tap runs with a set of plugins compiled into node_modules; the set in .taprc differs from the one it ships with.
build_tap() {
  local stamp=$home/node_modules/.docket-tap wanted
  wanted=$(sha256sum <"$home/.taprc" | cut -d ' ' -f 1)
  if [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ]; then return; fi
  note "正在准备测试工具 / preparing the test runner …"
  if ! (cd "$home" && PATH="$home/node_modules/.bin:$PATH" tap build) </dev/null >&2; then
    note "tap build 失败 / tap build failed"
    exit 1
  fi
  printf '%s\n' "$wanted" >"$stamp"
}

# The console's pages, made anew where anything that they are made of is newer than they are.
build_console() {
  local page=$home/dist/console/index.html log lock
  exec {lock}<"$home/package-lock.json"
  flock "$lock"
  if [ ! -e "$page" ] || [ -n "$(find "$home/src/console" "$home/src/texts" "$home/src/api/client" "$home/package-lock.json" -newer "$page" -print -quit)" ]; then
    note "正在生成控制台页面 / building the console …"
    log=$(mktemp)
    if ! (cd "$home" && npm run --silent console) </dev/null >"$log" 2>&1; then
      cat "$log" >&2
      note "控制台页面生成失败 / the console could not be built"
      exit 1
    fi
    rm -f "$log"
  fi
  exec {lock}<&-
}
